"""What is drawn. A screen asks the backend, hands the answer to its views, and draws what they say."""
