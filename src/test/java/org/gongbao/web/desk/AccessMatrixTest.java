package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.gongbao.access.Role;
import org.junit.jupiter.api.Test;

/**
 * Every address of the desk, tried by every role and by nobody. The addresses come from the program's routes; who may use
 * each stands in {@code access-matrix.txt}, so that a change of it is seen. A new address needs its line there: the test
 * writes what it found to {@code target/access-matrix.txt}.
 */
class AccessMatrixTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/gongbao/web/desk/access-matrix.txt");

    private record Route(String method, String path, DeskRule rule) {

        String line() {
            return method + " " + path + " " + words(rule);
        }

        private static String words(DeskRule rule) {
            if (rule instanceof DeskRule.People people) {
                return people.roles().size() == Role.values().length
                        ? "everyone"
                        : people.roles().stream().sorted().map(Role::code).collect(Collectors.joining(","));
            }
            if (rule instanceof DeskRule.Stages stages) {
                return "stage:" + stages.stages().stream().map(Stage::name).collect(Collectors.joining(","));
            }
            if (rule instanceof DeskRule.Machines machines) {
                return "token:" + machines.scope().code();
            }
            return rule instanceof DeskRule.Visitors ? "visitors" : "NOBODY";
        }

        String concrete() {
            return path.replaceAll("\\{[^}]*}", "0");
        }

        boolean isForMachines() {
            return path.startsWith("/api/");
        }
    }

    private static List<Route> routes() {
        Map<String, Route> routes = new TreeMap<>();
        LiveDesk.routes().getHandlerMethods().forEach((mapping, method) -> {
            for (String path : mapping.getPatternValues()) {
                boolean isOfDesk = path.equals("/desk")
                        || path.startsWith("/desk/")
                        || path.startsWith("/api/v1/submissions")
                        || method.getBeanType().getPackageName().equals(DeskGate.class.getPackageName());
                if (isOfDesk && !path.contains("/probe")) {
                    mapping.getMethodsCondition().getMethods().forEach(verb -> {
                        Route route = new Route(verb.name(), path, DeskRule.of(method));
                        routes.put(path + " " + verb, route);
                    });
                    assertThat(mapping.getMethodsCondition().isEmpty()).as(path).isFalse();
                }
            }
        });
        return List.copyOf(routes.values());
    }

    @Test
    void whoMayUseWhatIsWhatTheTableSays() throws IOException {
        List<String> found = routes().stream().map(Route::line).toList();
        Files.write(Path.of("target/access-matrix.txt"), found);

        assertThat(found).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
        assertThat(found).noneMatch(line -> line.endsWith("NOBODY"));
    }

    @Test
    void everyAddressIsOpenToWhoItIsForAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        Map<Role, Browser> people = new EnumMap<>(Role.class);
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                Browser browser = people.computeIfAbsent(role, LiveDesk::signedIn);
                check(route, role.code(), expected(route, role), ask(browser, "/desk", route), wrong);
                if (route.path().equals("/desk/sign-out")) {
                    people.remove(role);
                }
            }
            check(route, "nobody", expected(route, null), ask(new Browser(), "/desk/sign-in", route), wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(people).hasSizeGreaterThan(3);
    }

    @Test
    void everyAddressOfMachinesAsksForItsScope() {
        List<String> wrong = new ArrayList<>();
        for (ApiToken.Scope scope : ApiToken.Scope.values()) {
            String token = LiveDesk.get(ApiTokens.class)
                    .issue(LiveDesk.administrator(), "probe", LiveDesk.DEPARTMENT, Set.of(scope), Duration.ofDays(1));
            for (Route route : routes()) {
                if (route.rule() instanceof DeskRule.Machines machines) {
                    int status = new Browser()
                            .send(request(route).header("Authorization", "Bearer " + token))
                            .statusCode();
                    check(
                            route,
                            scope.code(),
                            machines.scope() == scope ? Outcome.OPEN : Outcome.REFUSED,
                            status(status),
                            wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private enum Outcome {
        OPEN,
        REFUSED,
        SIGN_IN,
        ELSEWHERE,
        UNKNOWN_MACHINE
    }

    private static Outcome expected(Route route, @org.jspecify.annotations.Nullable Role role) {
        if (route.isForMachines()) {
            return Outcome.UNKNOWN_MACHINE;
        }
        if (route.rule() instanceof DeskRule.Visitors) {
            return Outcome.OPEN;
        }
        if (role == null) {
            return Outcome.SIGN_IN;
        }
        if (route.rule() instanceof DeskRule.Stages stages) {
            return stages.stages().contains(Stage.DONE) ? Outcome.OPEN : Outcome.ELSEWHERE;
        }
        return route.rule() instanceof DeskRule.People people && people.roles().contains(role)
                ? Outcome.OPEN
                : Outcome.REFUSED;
    }

    private static Outcome ask(Browser browser, String start, Route route) {
        browser.open(start);
        HttpResponse<String> answer = route.method().equals("GET") || route.isForMachines()
                ? browser.send(request(route))
                : browser.submit(route.concrete());
        if (answer.statusCode() == 303) {
            return answer.headers().firstValue("Location").orElse("").endsWith("/desk/sign-in")
                    ? Outcome.SIGN_IN
                    : Outcome.ELSEWHERE;
        }
        return status(answer.statusCode());
    }

    /** What is missing or unknown shows that the address itself was reached. */
    private static Outcome status(int status) {
        return switch (status) {
            case 200, 201, 202, 302, 400, 404, 409, 415, 422 -> Outcome.OPEN;
            case 403 -> Outcome.REFUSED;
            case 401 -> Outcome.UNKNOWN_MACHINE;
            default -> throw new AssertionError("answers " + status);
        };
    }

    private static HttpRequest.Builder request(Route route) {
        HttpRequest.Builder request = Browser.request(route.concrete());
        return route.method().equals("GET") ? request.GET() : request.method(route.method(), BodyPublishers.noBody());
    }

    private static void check(Route route, String who, Outcome expected, Outcome found, List<String> wrong) {
        if (expected != found) {
            wrong.add(who + " at " + route.line() + ": " + found + ", expected " + expected);
        }
    }
}
