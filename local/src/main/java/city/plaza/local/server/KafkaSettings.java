package city.plaza.local.server;

import java.nio.file.Path;

/** The broker's settings, in Kafka's own names. */
final class KafkaSettings {

	private KafkaSettings() {
	}

	/**
	 * The text of the file.
	 * @param data from the directory in which the broker runs: Kafka reads the file in
	 * ISO 8859-1 and takes a comma for the end of a path, so nothing of what the user
	 * chose may stand in it
	 */
	static String text(int port, int controllerPort, Path data) {
		return """
				process.roles=broker,controller
				node.id=1
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				controller.listener.names=CONTROLLER
				controller.quorum.voters=1@127.0.0.1:%2$d
				log.dirs=%3$s
				# A topic comes from the service that owns it, never from a typing error.
				auto.create.topics.enable=false
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=4
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				transaction.state.log.num.partitions=2
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				share.coordinator.state.topic.num.partitions=1
				# After a kill the old registration has to run out first.
				broker.session.timeout.ms=2000
				broker.heartbeat.interval.ms=500
				group.initial.rebalance.delay.ms=0
				num.network.threads=2
				num.io.threads=2
				log.cleaner.dedupe.buffer.size=4194304
				""".formatted(port, controllerPort, data);
	}

}
