"""The rules, one file each. `claimx.checks.registry` lists them."""
