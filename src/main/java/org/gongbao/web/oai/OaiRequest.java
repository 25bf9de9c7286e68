package org.gongbao.web.oai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.web.oai.OaiException.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A verb and its arguments, each once; whatever else came is an error of the protocol. */
record OaiRequest(OaiVerb verb, Map<String, String> arguments) {

    static final String TOKEN = "resumptionToken";
    private static final String VERB = "verb";

    static OaiRequest of(MultiValueMap<String, String> given) {
        OaiVerb verb = verb(given.getOrDefault(VERB, List.of()));
        Map<String, String> arguments = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (!name.equals(VERB)) {
                arguments.put(name, single(name, values));
            }
        });
        if (verb.isList() && arguments.containsKey(TOKEN)) {
            if (arguments.size() > 1) {
                throw new OaiException(
                        Code.badArgument, "resumptionToken came beside other arguments; it stands alone");
            }
            return new OaiRequest(verb, arguments);
        }
        arguments.keySet().stream()
                .filter(name -> !verb.takes(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new OaiException(Code.badArgument, verb.spelling() + " takes no argument " + name);
                });
        verb.required().stream()
                .sorted()
                .filter(name -> !arguments.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new OaiException(Code.badArgument, verb.spelling() + " needs the argument " + name);
                });
        return new OaiRequest(verb, arguments);
    }

    private static OaiVerb verb(List<String> verbs) {
        if (verbs.size() != 1) {
            throw new OaiException(Code.badVerb, verbs.size() + " verbs came, expected one");
        }
        return OaiVerb.of(verbs.get(0))
                .orElseThrow(() -> new OaiException(Code.badVerb, "there is no verb " + verbs.get(0)));
    }

    private static String single(String name, List<String> values) {
        if (values.size() != 1) {
            throw new OaiException(Code.badArgument, name + " came " + values.size() + " times, expected once");
        }
        return values.get(0);
    }

    @Nullable
    String argument(String name) {
        return arguments.get(name);
    }

    /** One that its verb needs. */
    String required(String name) {
        return String.valueOf(arguments.get(name));
    }
}
