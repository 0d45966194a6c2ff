package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A feature that was installed. What was there before is the same bundles, in the same class loaders, with it and after it. */
final class Installed {
    private static final String ACTIVE = " state=32 ";

    private final Karaf karaf;
    private final String feature;
    private final List<String> before;

    private Installed(Karaf karaf, String feature, List<String> before) {
        this.karaf = karaf;
        this.feature = feature;
        this.before = before;
    }

    /** Installs it. */
    static Installed install(Karaf karaf, String feature) throws IOException {
        Installed installed = new Installed(karaf, feature, karaf.bundles());
        karaf.run("feature:install " + feature);
        List<String> brought = without(karaf.bundles(), installed.before);
        installed.assertOthersUntouched();
        assertThat(brought).as("%s brings bundles", feature).isNotEmpty();
        assertThat(brought.stream().filter(bundle -> !bundle.contains(ACTIVE)))
                .as("what %s brings is active", feature)
                .isEmpty();
        return installed;
    }

    /** Takes it out again. */
    void uninstall() throws IOException {
        karaf.run("feature:uninstall " + feature);
        assertThat(without(karaf.bundles(), before))
                .as("%s leaves nothing", feature)
                .isEmpty();
        assertOthersUntouched();
    }

    private void assertOthersUntouched() throws IOException {
        assertThat(without(before, karaf.bundles()))
                .as("bundles that %s has touched", feature)
                .isEmpty();
    }

    private static List<String> without(List<String> all, List<String> those) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(those);
        return rest;
    }
}
