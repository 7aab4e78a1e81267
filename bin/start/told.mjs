// Loaded into every process we start: what it was told in its environment can change while it runs (`aanbel rotate`).
process.on("message", (message) => {
  if (message !== null && typeof message === "object" && "env" in message) Object.assign(process.env, message.env);
});
