"""The relationship graph behind a national network of progressive city and county officials."""
