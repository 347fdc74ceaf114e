"""What people look for and can give, as concepts: the same one whether it is said in English or in French."""
