package org.orcacomet.tasks;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.orca.spi.SliverLifecycle;

/**
 * The unit joins: its user data is written, then its five families. When this fails, nothing of it stays in COMET. It may
 * be repeated.
 */
public final class JoinTask extends CometTask {
    private File file;
    private String interfaces;

    /** Where the user data goes, if it does not go by a task of its own; its folder must be there. */
    public void setFile(File file) {
        this.file = file;
    }

    /** The property that gets the interfaces, each as {@code hosteth.vlanTag.mac} and a blank; optional. */
    public void setInterfaces(String property) {
        this.interfaces = property;
    }

    @Override
    void act() throws LifecycleException {
        Map<String, String> unit = unit().properties();
        SliverLifecycle slivers = slivers();
        if (file != null) {
            // Before the families: no failure of this file leaves them behind.
            UserDataFile.at(file).write(slivers.userData(unit).userData());
        }
        SliverAnswer answer = slivers.join(unit);
        unit().save(answer.save());
        Optional.ofNullable(interfaces)
                .ifPresent(property -> unit().set(property, Interfaces.text(answer.interfaces())));
    }
}
