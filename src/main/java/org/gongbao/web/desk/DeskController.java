package org.gongbao.web.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive after sign-in. */
@Controller
class DeskController {

    @ForEveryone
    @GetMapping("/desk")
    String page() {
        return "desk/home";
    }
}
