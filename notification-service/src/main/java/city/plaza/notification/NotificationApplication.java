package city.plaza.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Notices to residents. */
@SpringBootApplication
public class NotificationApplication {

	static void main(String[] args) {
		SpringApplication.run(NotificationApplication.class, args);
	}

}
