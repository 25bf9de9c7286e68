package org.gongbao.web.desk;

import org.gongbao.access.ApiToken;
import org.gongbao.access.Person;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Addresses for tests of what stands before every address; only {@link LiveDesk} has them. */
@RestController
@ConditionalOnProperty("gongbao.tests.probe")
class Probe {

    @GetMapping("/desk/probe/undeclared")
    String undeclared() {
        return "reached";
    }

    @ForEveryone
    @GetMapping("/desk/probe/person")
    String person(Person person) {
        return person.id() + " " + person.department() + " " + person.roles();
    }

    @ForEveryone
    @PostMapping("/desk/probe/upload")
    String upload(@RequestParam MultipartFile file) {
        return "received " + file.getSize();
    }

    @ForMachines(ApiToken.Scope.SUBMIT)
    @PostMapping("/api/v1/submissions/probe")
    String submit(ApiToken token) {
        return token.department();
    }

    @ForMachines(ApiToken.Scope.STATUS)
    @GetMapping("/api/v1/submissions/probe")
    String status(ApiToken token) {
        return token.id();
    }

    @GetMapping("/api/v1/submissions/probe/undeclared")
    String undeclaredToMachines() {
        return "reached";
    }
}
