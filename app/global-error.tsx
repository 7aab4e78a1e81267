"use client";

import "./globals.css";

/** The last resort, when not even the layout could be made: the database is away, for instance. No words to lean on. */
export default function Gone({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl">
      <body className="max-w-184 mx-auto px-4 py-30">
        <h1>Aanbel is even niet bereikbaar</h1>
        <p>
          Wat je eerder vastlegde, is bewaard. Laad deze pagina over een minuut opnieuw; blijft het misgaan, bel dan de beheerder
          {error.digest ? ` en noem code ${error.digest}` : ""}.
        </p>
        <p lang="en">Aanbel cannot be reached. What you recorded is kept. Reload this page in a minute.</p>
      </body>
    </html>
  );
}
