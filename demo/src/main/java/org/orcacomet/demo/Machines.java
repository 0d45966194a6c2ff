package org.orcacomet.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.orcacomet.api.CometException;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Section;

/** The virtual machines: made, configured, and shown. */
final class Machines implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("(?m)^(\\w*token)=.*$");
    private static final String NETWORK = "10.103.0.";
    private static final int FIRST = 11;

    private final Narrator narrator;
    private final ServiceProcess service;
    private final Path folder;
    private final Map<String, Vm> machines = new LinkedHashMap<>();

    Machines(Narrator narrator, ServiceProcess service, Path folder) {
        this.narrator = narrator;
        this.service = service;
        this.folder = folder;
    }

    Vm get(String name) {
        return machines.get(name);
    }

    /** Makes a machine with this user data. */
    void make(String name, String userData) throws IOException {
        Path disk = folder.resolve(name);
        Path file = PrivateFile.write(disk.resolve("user-data"), userData);
        narrator.say(file + " (mode 600), tokens masked here:");
        narrator.quote(TOKEN.matcher(userData).replaceAll("$1=********"));
        machines.put(name, Vm.boot(disk, service.tls().resolve("ca.pem")));
    }

    /** Each machine configures itself; then they know each other. */
    void configure() throws CometException, DemoFailure, IOException {
        narrator.chapter("Each machine configures itself, with nothing but its user data");
        int address = FIRST;
        for (Map.Entry<String, Vm> machine : machines.entrySet()) {
            show(machine.getKey(), machine.getValue());
            machine.getValue().report(NETWORK + address, SshKey.line("root@" + machine.getKey()));
            address++;
        }
        meet();
        for (Vm machine : machines.values()) {
            quote(machine.hostsFile());
            quote(machine.keysFile());
        }
    }

    private void show(String name, Vm machine) throws CometException, DemoFailure {
        narrator.say(name + " reads: users " + Gist.entries(machine.read(Section.USERS), Gist::user) + ", interfaces "
                + Gist.entries(machine.read(Section.INTERFACES), Gist::networkInterface) + ", scripts "
                + Gist.entries(machine.read(Section.SCRIPTS), Gist::script) + ", storage "
                + Gist.entries(machine.read(Section.STORAGE), FamilyEntry::name) + ", routes "
                + Gist.entries(machine.read(Section.ROUTES), FamilyEntry::name));
    }

    /** One machine is gone; the others look at each other again. */
    void meetWithout(String name) throws CometException, IOException {
        machines.remove(name).close();
        meet();
        for (Vm machine : machines.values()) {
            quote(machine.hostsFile());
        }
    }

    private void meet() throws CometException, IOException {
        for (Vm machine : machines.values()) {
            machine.meetPeers();
        }
    }

    private void quote(Path file) throws IOException {
        narrator.say(file.toString());
        narrator.quote(Files.readString(file));
    }

    @Override
    public void close() {
        machines.values().forEach(Vm::close);
    }
}
