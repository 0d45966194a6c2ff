package org.orcacomet.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orcacomet.api.Scope;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.Interface;
import org.orcacomet.userdata.family.PublicKey;
import org.orcacomet.userdata.family.Route;
import org.orcacomet.userdata.family.Script;
import org.orcacomet.userdata.family.Section;
import org.orcacomet.userdata.family.User;

/** What a scope's value says, in a few words and without its secrets. */
final class Gist {
    private static final int KEY_CHARACTERS = 32;

    private Gist() {}

    static String of(Scope scope) {
        String family = scope.key().family().toString();
        return switch (family) {
            case "users" -> entries(Section.USERS, scope, Gist::user);
            case "interfaces" -> entries(Section.INTERFACES, scope, Gist::networkInterface);
            case "storage" -> entries(Section.STORAGE, scope, FamilyEntry::name);
            case "routes" -> entries(Section.ROUTES, scope, Gist::route);
            case "scripts" -> entries(Section.SCRIPTS, scope, Gist::script);
            default ->
                family.startsWith("hosts")
                        ? entries(Section.HOSTS, scope, Gist::host)
                        : entries(Section.PUBLIC_KEYS, scope, Gist::publicKey);
        };
    }

    static <E extends FamilyEntry> String entries(Section<E> section, Scope scope, Function<E, String> gist) {
        return entries(FamilyCodec.decode(section, scope.value()), gist);
    }

    static <E extends FamilyEntry> String entries(List<E> entries, Function<E, String> gist) {
        return entries.isEmpty() ? "-" : entries.stream().map(gist).collect(Collectors.joining("; "));
    }

    static String user(User user) {
        return user.login() + (user.sudo() ? " (sudo, " : " (") + user.keys().size() + " keys)";
    }

    static String networkInterface(Interface entry) {
        return entry.mac() + " " + entry.state()
                + entry.ip().map(ip -> " " + ip).orElse("");
    }

    static String script(Script script) {
        return script.name() + " (" + script.body().lines().count() + " lines)";
    }

    private static String route(Route route) {
        return route.network() + " via " + route.nextHop();
    }

    private static String host(Host host) {
        return host.hostName() + " "
                + Optional.of(host.ip()).filter(ip -> !ip.isEmpty()).orElse("(no address yet)");
    }

    private static String publicKey(PublicKey key) {
        String line = key.line();
        if (line.isEmpty()) {
            return "(no key yet)";
        }
        return line.length() > KEY_CHARACTERS ? line.substring(0, KEY_CHARACTERS) + "..." : line;
    }
}
