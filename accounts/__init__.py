"""Who somebody is: accounts in DynamoDB, and Django's sign-in on top of them."""
