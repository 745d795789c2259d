package city.plaza.platform.audit;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service that does nothing but keep a trail. */
@SpringBootConfiguration
@EnableAutoConfiguration
class AuditTestApplication {

	/** What can be done there. */
	enum TestAction implements AuditAction {

		DOOR_OPENED, DOOR_LOCKED

	}

}
