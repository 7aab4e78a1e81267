// Loaded into the web server: when the program that started it is gone, killed even, it goes too.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
