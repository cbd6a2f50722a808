"""Tests by behaviour; helpers of several tests stand beside them."""
