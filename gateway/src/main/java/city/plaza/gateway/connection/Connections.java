package city.plaza.gateway.connection;

import java.net.SocketAddress;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/** Puts the deadlines and the bound into every connection of the server. */
@Component
class Connections implements NettyServerCustomizer {

	private final ConnectionSettings settings;

	private final ConnectionBound bound;

	private final ClosedConnections closed;

	Connections(ConnectionSettings settings, ConnectionBound bound, MeterRegistry metrics) {
		this.settings = settings;
		this.bound = bound;
		this.closed = new ClosedConnections(metrics);
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit(this::prepare);
	}

	private void prepare(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) == null) {
			throw new IllegalStateException("The deadlines of connections are made for HTTP/1.1 alone.");
		}
		ConnectionBound.Refusal refusal = this.bound.enter(channel);
		if (refusal != null) {
			this.closed.count(refusal.reason());
			pipeline.addFirst(new RefusedConnection(refusal));
			return;
		}
		RequestDeadline deadline = new RequestDeadline(this.settings, this.closed);
		pipeline.addBefore(NettyPipeline.HttpCodec, "plaza.writeStall",
				new WriteStall(this.settings.writeStall(), this.closed));
		pipeline.addBefore(NettyPipeline.HttpCodec, "plaza.firstByte", new FirstByte(deadline));
		pipeline.addAfter(NettyPipeline.HttpCodec, "plaza.requestDeadline", deadline);
	}

}
