package org.orcacomet.tasks;

import java.io.File;
import java.util.Optional;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;

/** Writes the instance's user data, before the instance is made, and has ORCA save the unit's tokens. */
public class UserDataTask extends CometTask {
    private File file;
    private String interfaces;

    /** Where the user data goes; required, and its folder must be there. */
    public final void setFile(File file) {
        this.file = file;
    }

    /** The property that gets the interfaces, each as {@code hosteth.vlanTag.mac} and a blank; optional. */
    public final void setInterfaces(String property) {
        this.interfaces = property;
    }

    @Override
    final void act() throws LifecycleException {
        UserDataFile userData = UserDataFile.at(file);
        SliverAnswer answer = slivers().userData(unit().properties());
        userData.write(answer.userData());
        unit().save(answer.save());
        Optional.ofNullable(interfaces)
                .ifPresent(property -> unit().set(property, Interfaces.text(answer.interfaces())));
    }
}
