import { KeyHint } from "@/components/ui/key-hint";
import { Search } from "@/components/ui/pictograms";

/** Finds a tenant by name or address in the work list. A plain form: works without JavaScript, Enter sends it. */
export const Find = ({ label, submit }: { label: string; submit: string }) => (
  <form className="find" role="search" action="/werklijst">
    <Search />
    <input type="hidden" name="tab" value="alles" />
    <input
      className="input"
      type="search"
      name="zoek"
      placeholder={label}
      aria-label={label}
      aria-keyshortcuts="Control+K"
      data-find
    />
    <KeyHint>Ctrl K</KeyHint>
    <button className="sr-only" type="submit" tabIndex={-1}>
      {submit}
    </button>
  </form>
);
