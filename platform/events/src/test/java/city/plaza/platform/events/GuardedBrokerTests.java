package city.plaza.platform.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import city.plaza.platform.failure.Causes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.SecurityUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A broker that asks for a name and a password and knows what each may do: the services'
 * own settings against the grants of deploy/kafka-acls.csv.
 */
class GuardedBrokerTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String ADMIN = "broker";

	private static final List<String> USERS = List.of(ADMIN, "identity-service", "account-link-service",
			"billing-service", "notification-service", "portal");

	private static final BrokerProcess broker = new BrokerProcess("SASL_PLAINTEXT", """
			sasl.enabled.mechanisms=SCRAM-SHA-512
			sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
			listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=\
			org.apache.kafka.common.security.scram.ScramLoginModule required username="broker" password="of-broker";
			authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
			super.users=User:broker;User:ANONYMOUS
			""", USERS.stream()
		.flatMap((user) -> Stream.of("--add-scram", "SCRAM-SHA-512=[name=" + user + ",password=of-" + user + "]"))
		.toArray(String[]::new));

	@BeforeAll
	static void start() throws Exception {
		broker.start();
		try (ConfigurableApplicationContext service = service(ADMIN, "of-broker");
				Admin admin = Admin.create(service.getBean(KafkaAdmin.class).getConfigurationProperties())) {
			admin
				.createTopics(Stream.of("identity.residents", "identity.sessions", "billing.customers")
					.map((name) -> new NewTopic(name, 1, (short) 1))
					.toList())
				.all()
				.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			admin.createAcls(grants()).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@Test
	void aServiceWritesItsOwnTopicsAndAnotherReadsThem() throws Exception {
		write("identity-service", "identity.residents");
		assertThat(readInGroup("notification-service", "identity.residents")).isPositive();
	}

	@Test
	void aWrongWriterIsRefused() {
		refused("billing-service", "identity.residents");
		refused("portal", "identity.sessions");
	}

	/** At once, or with the response of the broker. */
	private static void refused(String user, String topic) {
		assertThatThrownBy(() -> write(user, topic))
			.matches((error) -> Causes.any(error, AuthorizationException.class::isInstance), "names the missing right");
	}

	@Test
	void aWrongReaderIsRefused() {
		assertThatThrownBy(() -> readInGroup("portal", "identity.residents"))
			.isInstanceOf(AuthorizationException.class);
	}

	@Test
	void endedSessionsAreReadWithoutAGroup() throws Exception {
		write("identity-service", "identity.sessions");
		try (ConfigurableApplicationContext service = service("portal", "of-portal");
				Consumer<String, byte[]> consumer = consumers(service).createConsumer()) {
			TopicPartition sessions = new TopicPartition("identity.sessions", 0);
			consumer.assign(List.of(sessions));
			consumer.seekToBeginning(List.of(sessions));
			assertThat(poll(consumer)).isPositive();
		}
	}

	@Test
	void anOwnerCreatesItsTopicsAndAReaderItsDeadLetters() throws Exception {
		create("billing-service", "billing.payments");
		create("notification-service", "billing.payments.notification-service.receipts.dlt");
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> create("notification-service", "billing.refunds"))
			.withCauseInstanceOf(TopicAuthorizationException.class);
	}

	@Test
	void aWrongPasswordIsRefused() {
		assertThatThrownBy(() -> {
			try (ConfigurableApplicationContext service = service("identity-service", "of-billing-service");
					Admin admin = Admin.create(service.getBean(KafkaAdmin.class).getConfigurationProperties())) {
				admin.describeCluster().clusterId().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			}
		}).hasCauseInstanceOf(SaslAuthenticationException.class);
	}

	private static void write(String user, String topic) throws Exception {
		try (ConfigurableApplicationContext service = service(user, "of-" + user);
				Producer<String, byte[]> producer = producer(service)) {
			producer.send(new ProducerRecord<>(topic, "key", new byte[] { 1 }))
				.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private static int readInGroup(String user, String topic) {
		try (ConfigurableApplicationContext service = service(user, "of-" + user);
				Consumer<String, byte[]> consumer = consumers(service).createConsumer(user + ".test", "")) {
			consumer.subscribe(List.of(topic));
			return poll(consumer);
		}
	}

	private static void create(String user, String topic) throws Exception {
		try (ConfigurableApplicationContext service = service(user, "of-" + user);
				Admin admin = Admin.create(service.getBean(KafkaAdmin.class).getConfigurationProperties())) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
				.all()
				.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private static Producer<String, byte[]> producer(ConfigurableApplicationContext service) {
		ProducerFactory<?, ?> settings = service.getBean(ProducerFactory.class);
		return new DefaultKafkaProducerFactory<>(settings.getConfigurationProperties(), new StringSerializer(),
				new ByteArraySerializer())
			.createProducer();
	}

	private static ConsumerFactory<String, byte[]> consumers(ConfigurableApplicationContext service) {
		ConsumerFactory<?, ?> settings = service.getBean(ConsumerFactory.class);
		return new DefaultKafkaConsumerFactory<>(settings.getConfigurationProperties(), new StringDeserializer(),
				new ByteArrayDeserializer());
	}

	private static int poll(Consumer<String, byte[]> consumer) {
		long end = System.nanoTime() + LIMIT.toNanos();
		int records = 0;
		while (records == 0 && System.nanoTime() < end) {
			records = consumer.poll(Duration.ofMillis(500)).count();
		}
		return records;
	}

	private static ConfigurableApplicationContext service(String name, String password) {
		return new SpringApplicationBuilder(KafkaOnly.class).web(WebApplicationType.NONE)
			.run("--spring.application.name=" + name, "--spring.kafka.bootstrap-servers=" + broker.servers(),
					"--PLAZA_KAFKA_PROTOCOL=SASL_PLAINTEXT", "--PLAZA_KAFKA_PASSWORD=" + password);
	}

	private static List<AclBinding> grants() throws IOException {
		List<AclBinding> grants = new ArrayList<>();
		for (String line : Files.readAllLines(Path.of("../../deploy/kafka-acls.csv"))) {
			if (!line.startsWith("#")) {
				String[] field = line.split(",", -1);
				ResourcePattern resource = new ResourcePattern(ResourceType.fromString(field[1]), field[2],
						field[2].endsWith(".") ? PatternType.PREFIXED : PatternType.LITERAL);
				for (String operation : field[3].split(" ", -1)) {
					grants.add(new AclBinding(resource, new AccessControlEntry("User:" + field[0], "*",
							SecurityUtils.operation(operation), AclPermissionType.ALLOW)));
				}
			}
		}
		return grants;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(KafkaAutoConfiguration.class)
	static class KafkaOnly {

	}

}
