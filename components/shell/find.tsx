import { ActionForm } from "@/components/ui/action-form";
import { KeyHint } from "@/components/ui/key-hint";
import { INPUT_SHAPE } from "@/components/ui/look";
import { Search } from "@/components/ui/pictograms";
import { search } from "@/lib/queue/actions";

/** Finds a tenant in the work list by whatever one knows of them. Works without JavaScript; what is typed never stands in an address. */
export const Find = ({ label, short, submit, wide }: { label: string; short?: string; submit: string; wide?: boolean }) => (
  <search className={wide ? "" : "max-[640px]:hidden"}>
    <ActionForm
      action={search}
      hidden={{ to: "/werklijst" }}
      className={`relative flex items-center text-ink-3 [&_svg]:pointer-events-none [&_svg]:absolute [&_svg]:left-2.5`}
    >
      <Search />
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
    </ActionForm>
  </search>
);
