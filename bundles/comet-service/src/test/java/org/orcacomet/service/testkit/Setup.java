package org.orcacomet.service.testkit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;

/**
 * How the service is set up.
 *
 * @param switches its three switches
 * @param subjectsListed whether subjects are listed, and only those trusted
 */
public record Setup(Switches switches, boolean subjectsListed) {
    /** The subject of all callers that are listed. */
    public static final String LISTED = "CN=orca,O=site";
    /** The subject of {@link Who#FOREIGN}. */
    public static final String UNLISTED = "CN=foreign,O=site";

    private static final TrustedSubjects LIST = TrustedSubjects.of(List.of("cn=ORCA, o=Site"));

    /** All sixteen. */
    public static Stream<Setup> all() {
        return IntStream.range(0, 16)
                .mapToObj(bits -> new Setup(new Switches(on(bits, 1), on(bits, 2), on(bits, 4)), on(bits, 8)));
    }

    private static boolean on(int bits, int bit) {
        return (bits & bit) != 0;
    }

    /** The service's settings. The subject is listed in a spelling of its own. */
    public ServiceSettings settings() {
        return ServiceSettings.defaults()
                .with(new Lifetimes(Stage.EXPIRE, Stage.KEEP))
                .with(switches)
                .with(subjectsListed ? LIST : TrustedSubjects.all());
    }
}
