package org.gongbao;

import org.gongbao.command.CommandLineProgram;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of all commands; without one it serves. */
@SpringBootApplication
public class Gongbao {

    public static void main(String[] arguments) {
        int status = new CommandLineProgram(Gongbao.class).run(arguments);
        if (status != CommandLineProgram.KEEPS_RUNNING) {
            System.exit(status);
        }
    }
}
