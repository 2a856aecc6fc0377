"""SLA bot: the Slack bot that makes a marketing-sales agreement work day to day."""
