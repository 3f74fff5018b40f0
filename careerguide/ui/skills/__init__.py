"""The page “Skills I have”: rate own skills and knowledge, and see which careers are close to them."""
