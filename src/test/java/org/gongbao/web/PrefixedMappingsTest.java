package org.gongbao.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class PrefixedMappingsTest {

    private final MockMvc site = MockMvcBuilders.standaloneSetup(new Addresses())
            .setCustomHandlerMapping(PrefixedMappings::new)
            .build();

    @RestController
    static class Addresses {

        @GetMapping("/doc/{uid}")
        String document(@PathVariable String uid) {
            return "document " + uid;
        }

        @GetMapping("/doc/{uid}/place/{start}")
        String place(@PathVariable String uid, @PathVariable int start) {
            return uid + " at " + start;
        }

        @GetMapping({"/data/**", "/bulk-{year}"})
        String file() {
            return "file";
        }

        @GetMapping("/{name}.txt")
        String text(@PathVariable String name) {
            return "text " + name;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/doc/a, document a",
        "/%64oc/a, document a",
        "/doc/a%20b, document a b",
        "/doc;x=1/a;y=2, document a",
        "/doc/a/place/3, a at 3",
        "/data, file",
        "/data/, file",
        "/data/a/b.csv, file",
        "/bulk-2023, file",
        "/robots.txt, text robots"
    })
    void whatIsAskedForIsFoundHoweverItIsWritten(String address, String answer) throws Exception {
        site.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andExpect(content().string(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/a", "/doc", "/database", "/bulk", "/Doc/a"})
    void whatOnlyBeginsAlikeIsNotFound(String address) throws Exception {
        site.perform(get(URI.create(address))).andExpect(status().isNotFound());
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        site.perform(post("/doc/a")).andExpect(status().isMethodNotAllowed());
    }
}
