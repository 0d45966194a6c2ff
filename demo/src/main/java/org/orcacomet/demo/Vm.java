package org.orcacomet.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.UserData;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.PublicKey;
import org.orcacomet.userdata.family.Section;

/** A virtual machine. It has no certificate, and knows what its user data says and nothing else. */
final class Vm implements AutoCloseable {
    private final Path folder;
    private final UserData userData;
    private final CometClient client;

    private Vm(Path folder, UserData userData, CometClient client) {
        this.folder = folder;
        this.userData = userData;
        this.client = client;
    }

    /**
     * Boots: reads its user data.
     *
     * @param folder its disk, with the file {@code user-data}
     * @param authority the CA that its image trusts
     */
    static Vm boot(Path folder, Path authority) throws IOException {
        UserData userData = UserData.parse(Files.readString(folder.resolve("user-data")));
        String servers = userData.get(GlobalName.COMET_HOST).orElseThrow();
        return new Vm(
                folder,
                userData,
                CometClient.open(CometClientSettings.of(servers, authority).build()));
    }

    /** Reads one of its five families. */
    <E extends FamilyEntry> List<E> read(Section<E> section) throws CometException, DemoFailure {
        return read(section, section.family(), readToken(GlobalName.COMET_READ_TOKEN));
    }

    /** Tells its peers its address and its public key. */
    void report(String address, String publicKey) throws CometException, DemoFailure {
        Host own = read(Section.HOSTS, hosts(), sliceToken()).get(0);
        write(hosts(), Host.of(own.hostName(), address));
        write(publicKeys(), PublicKey.of(publicKey));
    }

    private <E extends FamilyEntry> List<E> read(Section<E> section, Family family, ReadToken token)
            throws CometException, DemoFailure {
        Reading reading = comet().read(scope(family), token);
        if (!reading.scope().isPresent()) {
            throw new DemoFailure(folder.getFileName() + " finds no " + family);
        }
        return FamilyCodec.decode(section, reading.scope().get().value());
    }

    private void write(Family family, FamilyEntry entry) throws CometException {
        TokenPair tokens = TokenPair.of(sliceToken(), TokenCodec.writeToken(value(GlobalName.SLICE_COMET_WRITE_TOKEN)));
        comet().write(ScopeWrite.of(scope(family), tokens, FamilyCodec.encode(List.of(entry))));
    }

    /** Takes its peers into /etc/hosts, and the keys of all into authorized_keys. */
    void meetPeers() throws CometException, IOException {
        String hosts = peers(Section.HOSTS, hosts())
                .map(host -> host.ip() + "\t" + host.hostName())
                .sorted()
                .collect(Collectors.joining("\n", "127.0.0.1\tlocalhost\n", "\n"));
        write(hostsFile(), hosts);
        String keys = peers(Section.PUBLIC_KEYS, publicKeys())
                .map(PublicKey::line)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        write(keysFile(), keys);
    }

    private <E extends FamilyEntry> Stream<E> peers(Section<E> section, Family family) throws CometException {
        return comet().enumerate(context(), family, sliceToken()).scopes().stream()
                .flatMap(scope -> FamilyCodec.decode(section, scope.value()).stream());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Path hostsFile() {
        return folder.resolve("etc/hosts");
    }

    Path keysFile() {
        return folder.resolve("root/.ssh/authorized_keys");
    }

    private Comet comet() {
        return client.comet();
    }

    private ContextId context() {
        return ContextId.parse(value(GlobalName.SLICE_ID));
    }

    private ScopeKey scope(Family family) {
        return ScopeKey.of(context(), family, EntryKey.parse(value(GlobalName.RESERVATION_ID)));
    }

    private Family hosts() {
        return Section.HOSTS.family(value(GlobalName.HOSTS_GROUP_READ));
    }

    private Family publicKeys() {
        return Section.PUBLIC_KEYS.family(value(GlobalName.PUBKEYS_GROUP_READ));
    }

    private ReadToken sliceToken() {
        return readToken(GlobalName.SLICE_COMET_READ_TOKEN);
    }

    private ReadToken readToken(GlobalName name) {
        return TokenCodec.readToken(value(name));
    }

    private String value(GlobalName name) {
        return userData.get(name).orElseThrow(() -> new IllegalStateException("the user data has no " + name.text()));
    }

    @Override
    public void close() {
        client.close();
    }
}
