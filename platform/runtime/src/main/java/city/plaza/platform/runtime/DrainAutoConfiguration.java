package city.plaza.platform.runtime;

import java.time.Duration;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Out of the registry before the server stops. */
@AutoConfiguration
@ConditionalOnClass(ApplicationInfoManager.class)
class DrainAutoConfiguration {

	@Bean
	Drain drain(@Value("${plaza.drain:0s}") Duration time, ObjectProvider<ApplicationInfoManager> registry) {
		return new Drain(time, (status) -> registry
			.ifAvailable((instance) -> instance.setInstanceStatus(InstanceStatus.toEnum(status))));
	}

}
