import { KeyHint } from "@/components/ui/key-hint";
import { INPUT_SHAPE } from "@/components/ui/look";
import { Search } from "@/components/ui/pictograms";

/** Finds a tenant in the work list by whatever one knows of them. A plain form: works without JavaScript, Enter sends it. */
export const Find = ({ label, short, submit, wide }: { label: string; short?: string; submit: string; wide?: boolean }) => (
  <form
    className={`relative flex items-center text-ink-3 ${wide ? "" : "max-[640px]:hidden"} [&_svg]:pointer-events-none [&_svg]:absolute [&_svg]:left-2.5`}
    role="search"
    action="/werklijst"
  >
    <Search />
    <input type="hidden" name="tab" value="alles" />
    <input
      className={`${INPUT_SHAPE} peer py-0.5 pr-2.5 pl-7.5 ${wide ? "min-h-11 w-full text-[1rem]" : "min-h-8 w-[clamp(9.5rem,11.5vw,15rem)]"}`}
      type="search"
      name="zoek"
      placeholder={short ?? label}
      aria-label={label}
      aria-keyshortcuts="Control+K"
      data-find
    />
    <KeyHint className="pointer-events-none absolute right-2 peer-focus:hidden">Ctrl K</KeyHint>
    <button className="sr-only" type="submit" tabIndex={-1}>
      {submit}
    </button>
  </form>
);
