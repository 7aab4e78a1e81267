-- Versions of the ladder's thresholds. A draft may change; what was activated never does, and it starts on no day before its activation.
CREATE TABLE "policy_version" (
    "id" SERIAL NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "based_on" INTEGER,
    "reason" TEXT NOT NULL,
    "made_by" INTEGER REFERENCES "staff" ("id"),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_from" DATE,
    "activated_by" INTEGER REFERENCES "staff" ("id"),
    "activated_at" TIMESTAMPTZ(3),
    "withdrawn_on" DATE,
    "withdrawn_by" INTEGER REFERENCES "staff" ("id"),
    "withdrawn_at" TIMESTAMPTZ(3),
    "shadow_since" TIMESTAMPTZ(3),

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT policy_version_values CHECK (jsonb_typeof("values") = 'object'),
    CONSTRAINT policy_version_active CHECK ((activated_at IS NULL) = (effective_from IS NULL)),
    CONSTRAINT policy_version_never_back CHECK (effective_from >= (activated_at AT TIME ZONE 'Europe/Amsterdam')::date),
    CONSTRAINT policy_version_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
    CONSTRAINT policy_version_withdrawn_before CHECK (withdrawn_on IS NULL OR effective_from IS NULL OR withdrawn_on < effective_from)
);
CREATE UNIQUE INDEX "policy_version_version_key" ON "policy_version" ("version");

CREATE FUNCTION guard_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a version of the policy is withdrawn, not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'version % was withdrawn', OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.id, OLD.version, OLD.name, OLD.based_on, OLD.made_by, OLD.recorded_at)
    IS DISTINCT FROM (NEW.id, NEW.version, NEW.name, NEW.based_on, NEW.made_by, NEW.recorded_at)
    OR OLD.activated_at IS NOT NULL AND (OLD."values", OLD.reason, OLD.changed_at, OLD.effective_from, OLD.activated_by, OLD.activated_at, OLD.shadow_since)
    IS DISTINCT FROM (NEW."values", NEW.reason, NEW.changed_at, NEW.effective_from, NEW.activated_by, NEW.activated_at, NEW.shadow_since) THEN
    RAISE EXCEPTION 'version % is in force or will be: make a new one', OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_version_guard BEFORE UPDATE OR DELETE ON policy_version FOR EACH ROW EXECUTE FUNCTION guard_policy_version();
CREATE TRIGGER policy_version_no_truncate BEFORE TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The values of the design, in force since long before any account: without a version in force the rules answer nothing.
INSERT INTO policy_version (version, name, "values", reason, recorded_at, changed_at, effective_from, activated_at)
VALUES (1, 'persoonlijk-contact',
  '{"flagMonthsInArrears":50,"flagOldAmount":5000,"flagOldDays":25,"flagShortMonths":3,"flagShortBy":100,"graceWorkingDays":5,"smallAmount":500,"reopenDays":45,"alreadyPaidWorkingDays":5,"dataProblemWorkingDays":5,"holdMaxDays":92,"promiseMaxDays":14,"promiseIncomeDayMaxDays":31,"promiseToleranceWorkingDays":2,"promisesBrokenMax":2,"instalmentTolerance":100,"instalmentToleranceWorkingDays":3,"habitMonths":4,"habitOutOf":6,"habitExtraWorkingDays":3,"habitBelowMonths":150,"seriousMonths":200,"visitWithinWorkingDays":5,"visitAgainDays":60,"callsUnanswered":2,"callsUnansweredLandlineOnly":3,"missedCallsPerDay":1,"contactCap":3,"contactCapDays":7,"smsWaitWorkingDays":3,"caretakerWaitWorkingDays":7,"cardWaitWorkingDays":5,"spokenWaitWorkingDays":5,"visitsUnreached":2,"secondVisitAfterWorkingDays":3,"followUps":2,"followUpsLater":1,"roundsMost":3,"roundsDays":180,"restDays":90,"missedFollowUpWorkingDays":3,"proposalMonths":300,"proposalDecisionDays":90,"reviewDays":28,"reviewLaterDays":90,"bereavementDays":14,"deathCheckDays":7,"letterDays":14,"letterDeliveryWorkingDays":2,"letterAnswerDays":14,"reportDays":30,"reportAgainDays":180,"municipalityDays":28,"provisionalDebitDays":56}',
  'first', '1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '1900-01-01', '1900-01-01T00:00:00Z');
