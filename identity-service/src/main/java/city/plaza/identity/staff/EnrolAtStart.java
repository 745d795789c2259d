package city.plaza.identity.staff;

import java.util.concurrent.TimeUnit;

import city.plaza.platform.failure.StartRetries;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Enrols the staff before this instance reports that it is ready. */
@Component
class EnrolAtStart implements ApplicationRunner {

	private static final long TIMEOUT_SECONDS = 60;

	private final EnrolStaff enrol;

	private final StaffSettings settings;

	EnrolAtStart(EnrolStaff enrol, StaffSettings settings) {
		this.enrol = enrol;
		this.settings = settings;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.enrol.enrol(this.settings.staff())
			.retryWhen(StartRetries.afterOutages())
			.toFuture()
			.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
			.join();
	}

}
