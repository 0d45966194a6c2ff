package org.orcacomet.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orcacomet.http.ApiDescription;
import org.orcacomet.http.internal.page.Pages;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.MemoryScopeStore;

/** What the code serves is what the description describes. */
class RoutesTest {
    @Test
    void routes_areThoseOfTheDescription() {
        CometService service = new CometService(new MemoryScopeStore(), ServiceSettings::defaults, Clock.systemUTC());
        Set<String> served = Stream.of(
                        new Calls(service).routes(),
                        AdminCalls.routes(),
                        Transfer.routes(),
                        Stream.of("GET /" + MetricsHandler.PATH),
                        new Pages().routes())
                .flatMap(routes -> routes)
                .collect(Collectors.toSet());
        Set<String> described = ApiDescription.load().calls().stream()
                .flatMap(call -> call.targets().map(target -> call.method() + " " + target))
                .collect(Collectors.toSet());
        assertThat(described).containsExactlyInAnyOrderElementsOf(served);
    }
}
