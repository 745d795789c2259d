package city.plaza.platform.runtime;

import java.time.Duration;
import java.util.function.Consumer;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Into the registry once all is prepared, and out of it before the server stops. */
@AutoConfiguration
@ConditionalOnClass(ApplicationInfoManager.class)
class JoiningAutoConfiguration {

	@Bean
	Drain drain(@Value("${plaza.drain:0s}") Duration time, ObjectProvider<ApplicationInfoManager> registry) {
		return new Drain(time, teller(registry));
	}

	@Bean
	Joining joining(ObjectProvider<ApplicationInfoManager> registry) {
		return new Joining(teller(registry));
	}

	private static Consumer<String> teller(ObjectProvider<ApplicationInfoManager> registry) {
		return (status) -> registry
			.ifAvailable((instance) -> instance.setInstanceStatus(InstanceStatus.toEnum(status)));
	}

}
