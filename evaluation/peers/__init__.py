"""Other tools on the same items in the same run, each in an environment of their own (build/peers)."""
