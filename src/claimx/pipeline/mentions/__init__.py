"""Every name, noun phrase and pronoun of an article once, with what joins them."""
