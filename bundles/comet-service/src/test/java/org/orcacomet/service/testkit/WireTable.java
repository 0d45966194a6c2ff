package org.orcacomet.service.testkit;

import static java.util.function.Predicate.not;
import static org.orcacomet.service.testkit.Verdict.Effect.CREATED;
import static org.orcacomet.service.testkit.Verdict.Effect.DELETED;
import static org.orcacomet.service.testkit.Verdict.Effect.MODIFIED;
import static org.orcacomet.service.testkit.Verdict.Effect.NONE;
import static org.orcacomet.service.testkit.Verdict.Effect.RENEWED;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.orcacomet.service.Caller.Standing;
import org.orcacomet.service.testkit.Verdict.Effect;

/**
 * What the wire contract says of a case: its authorization table, which {@link ContractRow} reads, and the sentences
 * around it, as rows of which the first that applies counts. It calls nothing of the service.
 */
public final class WireTable {
    private static final Pattern STRONG = Pattern.compile("(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])\\S{8,}");

    private static final List<Row> WRITES = List.of(
            row(WireTable::absent, not(may("create")), "403"),
            row(WireTable::absent, it -> it.scene().demand().ofRevision(), "412"),
            row(WireTable::absent, WireTable::breaksTokenRules, "400"),
            row(WireTable::absent, it -> true, WireTable::written, CREATED),
            row(shows("modify"), it -> !demandHolds(it), it -> "412@" + revision(it), NONE),
            row(shows("modify"), it -> true, WireTable::written, MODIFIED),
            row(WireTable::rekeys, it -> !demandHolds(it), "412"),
            row(WireTable::rekeys, WireTable::breaksTokenRules, "400"),
            row(WireTable::rekeys, it -> true, WireTable::written, CREATED),
            row(it -> it.scene().demand() == Demand.NEW, may("create"), "412"),
            row(it -> true, it -> true, "403"));

    private static final List<Row> DELETES = List.of(
            row(it -> true, not(may("delete")), "403"),
            row(it -> !absent(it) || hasTombstone(it), not(shows("delete")), "403"),
            row(WireTable::absent, it -> it.scene().demand().ofRevision(), "412"),
            row(WireTable::absent, it -> true, "ok"),
            row(it -> true, it -> !demandHolds(it), it -> "412@" + revision(it), NONE),
            row(it -> true, it -> true, it -> "ok", DELETED));

    private static final List<Row> READS = List.of(
            row(WireTable::hasTombstone, shows("read"), "deleted"),
            row(WireTable::absent, it -> true, "absent"),
            row(it -> true, not(shows("read")), "403"),
            row(WireTable::isNull, it -> true, it -> "null@" + revision(it), NONE),
            row(WireTable::isIdle, it -> true, it -> "present@" + revision(it), RENEWED),
            row(it -> true, it -> true, it -> "present@" + revision(it), NONE));

    private static final List<Row> ENUMERATES = List.of(
            row(
                    it -> it.deed() == Deed.ENUMERATE,
                    it -> it.scene().tokens() == ShownTokens.NEIGHBOURS,
                    it -> "[routes]@" + contextRevision(it),
                    NONE),
            row(it -> absent(it) || isNull(it), it -> true, "[]"),
            row(it -> true, not(shows("enumerate")), "[]"),
            row(WireTable::isIdle, it -> true, it -> "[users]@" + contextRevision(it), RENEWED),
            row(it -> true, it -> true, it -> "[users]@" + contextRevision(it), NONE));

    private WireTable() {}

    private record Row(Predicate<Case> when, Function<Case, String> answer, Effect effect) {}

    private static Row row(Predicate<Case> one, Predicate<Case> and, String answer) {
        return row(one, and, it -> answer, NONE);
    }

    private static Row row(Predicate<Case> one, Predicate<Case> and, Function<Case, String> answer, Effect effect) {
        return new Row(one.and(and), answer, effect);
    }

    /** What the contract says of this case. */
    public static Verdict verdict(Case it) {
        List<Row> rows =
                switch (it.deed()) {
                    case WRITE, BATCH -> WRITES;
                    case DELETE -> DELETES;
                    case READ -> READS;
                    case ENUMERATE, LIST -> ENUMERATES;
                };
        Row row = rows.stream().filter(each -> each.when().test(it)).findFirst().orElseThrow();
        return new Verdict(row.answer().apply(it), row.effect());
    }

    private static boolean trusted(Case it) {
        return it.who().standing() == Standing.TRUSTED
                && (it.who().listed() || !it.setup().subjectsListed());
    }

    /** Whether the caller's certificate is what this call takes. */
    private static Predicate<Case> may(String call) {
        boolean takesTrust = ContractRow.of(call).takesTrust();
        return it -> trusted(it) || !takesTrust || !it.setup().switches().certificateCheck();
    }

    /** Whether the caller's tokens are what this call takes. */
    private static Predicate<Case> shows(String call) {
        ContractRow row = ContractRow.of(call);
        return it -> row.takes(it.scene().tokens());
    }

    private static boolean rekeys(Case it) {
        return it.setup().switches().creatorRekeys() && trusted(it) && isCreator(it);
    }

    private static boolean isCreator(Case it) {
        return switch (it.scene().state()) {
            case UNSIGNED -> false;
            case COLLEAGUES -> !it.who().creatorsKey();
            default -> it.who().creatorsKey();
        };
    }

    private static boolean breaksTokenRules(Case it) {
        String read = it.scene().tokens().read(it.scene().state());
        String write = it.scene().tokens().write(it.scene().state());
        boolean obeyed = !read.equals(write)
                && STRONG.matcher(read).matches()
                && STRONG.matcher(write).matches();
        return it.setup().switches().tokenStrengthCheck() && !obeyed;
    }

    private static boolean demandHolds(Case it) {
        return it.scene().demand() == Demand.NONE || it.scene().demand() == Demand.NOW;
    }

    private static boolean absent(Case it) {
        return !it.scene().state().live();
    }

    private static boolean hasTombstone(Case it) {
        return it.scene().state() == ScopeState.DELETED;
    }

    private static boolean isNull(Case it) {
        return it.scene().state() == ScopeState.NULL;
    }

    private static boolean isIdle(Case it) {
        return it.scene().state() == ScopeState.IDLE;
    }

    private static String written(Case it) {
        return "ok@" + (contextRevision(it) + 1);
    }

    private static long revision(Case it) {
        return it.scene().state().revision();
    }

    private static long contextRevision(Case it) {
        return it.scene().state().contextRevision();
    }
}
