// Broken on purpose: asked to stop, the process leaves on the spot.
process.on('SIGTERM', () => process.exit(0))
