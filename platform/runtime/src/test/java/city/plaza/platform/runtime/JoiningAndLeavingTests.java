package city.plaza.platform.runtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.commons.util.InetUtils;
import org.springframework.cloud.commons.util.InetUtilsProperties;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JoiningAndLeavingTests {

	@Test
	void joinsOnceTheStartsPreparationsAreDone() {
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleApplication.class,
				Registry.class, Preparation.class)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0")) {
			assertThat(service.getBean(Preparation.class).seen).isEqualTo(InstanceStatus.STARTING);
			assertThat(service.getBean(ApplicationInfoManager.class).getInfo().getStatus())
				.isEqualTo(InstanceStatus.UP);
		}
	}

	@Test
	void leavesTheRegistryAndServesOnUntilTheOthersKnow() throws Exception {
		ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleApplication.class, Registry.class)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--plaza.drain=2s");
		InstanceInfo instance = service.getBean(ApplicationInfoManager.class).getInfo();
		URI address = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/");
		assertThat(status(address)).isEqualTo(404);
		assertThat(instance.getStatus()).isEqualTo(InstanceStatus.UP);

		Thread stop = Thread.ofVirtual().start(service::close);
		Awaitility.await().until(() -> instance.getStatus() == InstanceStatus.DOWN);
		assertThat(status(address)).isEqualTo(404);

		stop.join(Duration.ofSeconds(20));
		assertThatThrownBy(() -> status(address)).isInstanceOf(java.io.IOException.class);
	}

	private static int status(URI address) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
	}

	static class Preparation implements ApplicationRunner {

		private final ApplicationInfoManager registry;

		private @Nullable InstanceStatus seen;

		Preparation(ApplicationInfoManager registry) {
			this.registry = registry;
		}

		@Override
		public void run(ApplicationArguments none) {
			this.seen = this.registry.getInfo().getStatus();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Registry {

		@Bean
		ApplicationInfoManager registered() {
			InstanceInfo instance = InstanceInfo.Builder.newBuilder().setAppName("sample").setInstanceId("1").build();
			instance.setStatus(InstanceStatus.STARTING);
			return new ApplicationInfoManager(new EurekaInstanceConfigBean(new InetUtils(new InetUtilsProperties())),
					instance, null);
		}

	}

}
