package city.plaza.notification;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Notices to residents. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Notices", version = "1", description = "What Plaza has sent a resident."),
		servers = @Server(url = "/", description = "The gateway"))
public class NotificationApplication {

	static void main(String[] args) {
		SpringApplication.run(NotificationApplication.class, args);
	}

}
