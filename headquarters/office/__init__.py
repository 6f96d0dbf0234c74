"""The people of the back office: who they are, how they sign in, what they may, and what they did."""
