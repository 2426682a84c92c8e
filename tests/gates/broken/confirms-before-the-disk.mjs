// Broken on purpose: PostgreSQL confirms what it only keeps in its memory, as a town's database set to hurry would.
process.env.PGOPTIONS = '-c synchronous_commit=off'
