import Link from "next/link";
import type { ReactNode } from "react";
import { FactList } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { ringable } from "@/lib/cases/domain/ringable";
import type { CaseView, PhoneView } from "@/lib/cases/domain/view";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { formatPersonName, formatPhone } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./facts.module.css";
import { knowBefore, paysWords, underWayLines } from "./facts-words";
import { AddNumber, moneyHref, PeoplesWishes, Problems, TenantsMandates } from "./problems";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section
    className="py-3 border-b border-line break-inside-avoid last:border-0 [&>h2]:mb-1 [&>h2]:font-medium
      [&>h2]:text-s [&>h2]:text-ink-2 [&_ul]:list-none [&_ul]:p-0
      [&_.facts]:grid-cols-[minmax(84px,auto)_minmax(0,1fr)] [&_.facts]:gap-x-2 [&_summary]:py-1
      [&_summary]:px-0"
  >
    <h2>{title}</h2>
    {children}
  </section>
);

function PhoneRow({ phone, view, t }: { phone: PhoneView; view: CaseView; t: Translate }) {
  const person = view.people.find((one) => one.id === phone.personId);
  const dead = phone.quality === "dead" || phone.kind === "unusable";
  const whose =
    person && person.id !== view.addresseeId ? `${formatPersonName(person)}, ${t(`casepage.facts.role.${person.role}`)}` : null;
  const tally = phone.tally
    ? t("casepage.facts.tally", { ...phone.tally, part: t(`casepage.mornings.${phone.tally.part}`) })
    : t("casepage.facts.untried");
  return (
    <li
      className="grid grid-cols-[1fr_auto] gap-x-2 py-[5px] [&_a]:font-semibold [&_a]:whitespace-nowrap
        [&_a]:decoration-transparent [&_s]:font-semibold [&_s]:whitespace-nowrap
        [&_s]:decoration-transparent [&_a]:hover:decoration-current [&_s]:text-ink-2
        [&_s]:decoration-current [&_s]:font-normal [&_small]:col-span-full [&_small]:text-ink-2
        [&_small]:font-normal [&_small]:text-s"
    >
      {dead ? <s>{formatPhone(phone.number)}</s> : <a href={`tel:${phone.number}`}>{formatPhone(phone.number)}</a>}
      <span>{t(`casepage.facts.kind.${phone.quality === "dead" ? "dead" : phone.kind}`)}</span>
      <small>{[whose, dead ? null : tally].filter(Boolean).join(" · ")}</small>
    </li>
  );
}

interface Props {
  view: CaseView;
  /** These depend on who looks, so the page brings them. */
  gate: ReactNode;
  note: ReactNode;
  /** Who answers for it; null when no case is open. */
  owner: ReactNode;
  /** Whether this colleague records here. */
  writes: boolean;
  /** Whether this colleague settles money that is on its way. */
  money: boolean;
  t: Translate;
}

/** What one wants at a glance while the phone rings. */
export function FactsColumn({ view, gate, note, owner, writes, money, t }: Props) {
  const know = knowBefore(view, t);
  const running = underWayLines(view, t);
  const may = ringable(view.people);
  const phones = view.phones.filter(({ personId }) => may.has(personId));
  return (
    <>
      {know.length > 0 && (
        <Part title={t("casepage.facts.know")}>
          <ul className={styles.know}>
            {know.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
      {view.underWay.problems.length + view.underWay.payments.filter((one) => one.overdue).length > 0 && (
        <Part title={t("cases.toFindOut.title")}>
          <Problems view={view} writes={writes} money={money} t={t} />
        </Part>
      )}
      {running.length > 0 && (
        <Part title={t("casepage.facts.underWay")}>
          <ul className={styles.know}>
            {running.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
      {writes && (
        <Part title={t("casepage.facts.phone")}>
          {phones.length === 0 ? (
            <p>{t(view.phones.length === 0 ? "casepage.facts.noPhone" : "casepage.facts.noneToCall")}</p>
          ) : (
            <ul>
              {phones.map((phone) => (
                <PhoneRow key={phone.personId + phone.number} phone={phone} view={view} t={t} />
              ))}
            </ul>
          )}
          {writes && <AddNumber view={view} t={t} />}
          {writes && <PeoplesWishes view={view} t={t} />}
          {writes && <TenantsMandates view={view} t={t} />}
        </Part>
      )}
      <Payment view={view} money={money} t={t} />
      <Building view={view} t={t} />
      <Part title={t("casepage.facts.gate")}>{gate}</Part>
      {owner && <Part title={t("casepage.owner.title")}>{owner}</Part>}
      {note && <Part title={t("casepage.facts.note")}>{note}</Part>}
    </>
  );
}

function Payment({ view, money, t }: Pick<Props, "view" | "money" | "t">) {
  const { payment } = view;
  return (
    <Part title={t("casepage.facts.payment")}>
      <FactList
        facts={[
          [t("casepage.facts.pays"), paysWords(view, t)],
          [
            t("casepage.facts.account"),
            payment.ibanTail
              ? t("casepage.facts.endsWith", { tail: payment.ibanTail.replace(/(..)(..)/, "$1 $2") })
              : t("casepage.facts.rentUnknown"),
          ],
          [
            t("casepage.facts.last"),
            payment.last
              ? t("casepage.facts.lastOn", {
                  amount: formatEuro(payment.last.amount),
                  day: formatDay(payment.last.day, "weekdayShort", t.lang),
                })
              : t("casepage.facts.never"),
          ],
          [
            t("casepage.facts.rent"),
            payment.rent ? (
              <>
                <Money cents={payment.rent.amount} />{" "}
                {t("casepage.facts.since", { day: formatDay(payment.rent.since, "long", t.lang) })}
              </>
            ) : (
              t("casepage.facts.rentUnknown")
            ),
          ],
        ]}
      />
      {money && (
        <p className="text-s text-ink-2">
          <Link href={moneyHref(view)}>{t("casepage.facts.notePayment")}</Link>
        </p>
      )}
    </Part>
  );
}

function Building({ view, t }: Pick<Props, "view" | "t">) {
  const { building } = view;
  return (
    <Part title={t("casepage.facts.building")}>
      {building ? (
        <FactList
          facts={[
            [building.name, t("casepage.facts.homes", { homes: building.homes, behind: building.behind })],
            [
              t("casepage.facts.caretaker"),
              building.caretakers.length === 0
                ? t("casepage.facts.noCaretaker")
                : building.caretakers.map((one) => (
                    <span key={one.name} className="block [&_a]:block [&_a]:text-ink-2 [&_a]:font-normal [&_a]:text-s">
                      {one.name}
                      {one.phone && <a href={`tel:${one.phone}`}>{formatPhone(one.phone)}</a>}
                    </span>
                  )),
            ],
          ]}
        />
      ) : (
        <p>{t("casepage.facts.noBuilding")}</p>
      )}
    </Part>
  );
}
