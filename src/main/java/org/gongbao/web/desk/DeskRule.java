package org.gongbao.web.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongbao.access.ApiToken;
import org.gongbao.access.Role;
import org.springframework.web.method.HandlerMethod;

/** Who may use an address, as its method declares. Without a declaration nobody may. */
sealed interface DeskRule {

    /** Everybody, signed in or not. */
    record Visitors() implements DeskRule {}

    /** People on their way through sign-in. */
    record Stages(Set<Stage> stages) implements DeskRule {}

    /** People who are signed in and have one of the roles. */
    record People(Set<Role> roles) implements DeskRule {}

    /** Machines with a token of this scope. */
    record Machines(ApiToken.Scope scope) implements DeskRule {}

    /** Nobody: nothing is declared. */
    record Nobody() implements DeskRule {}

    static DeskRule of(HandlerMethod method) {
        For people = method.getMethodAnnotation(For.class);
        ForStage stage = method.getMethodAnnotation(ForStage.class);
        ForMachines machines = method.getMethodAnnotation(ForMachines.class);
        if (people != null) {
            return new People(Set.of(people.value()));
        }
        if (stage != null) {
            return new Stages(EnumSet.copyOf(List.of(stage.value())));
        }
        if (machines != null) {
            return new Machines(machines.value());
        }
        if (method.hasMethodAnnotation(ForEveryone.class)) {
            return new People(EnumSet.allOf(Role.class));
        }
        return method.hasMethodAnnotation(ForVisitors.class) ? new Visitors() : new Nobody();
    }
}
