import { toString as drawn } from "qrcode";

/** A QR code as a picture for an `img`: black on white, whatever the screen's colours. */
export const qrCode = async (text: string): Promise<string> => {
  const svg = await drawn(text, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
};
