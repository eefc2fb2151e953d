package main

import (
	"bytes"
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/steplint/steplint/lint/report"
)

// Bounds of what the server takes.
const (
	mostBody    = 256 << 10
	mostHeader  = 16 << 10
	mostStreams = 32 // pages that are told of changes at a time
)

// reviewServer answers the review page, and nobody else: a request has to know the
// token, to name the address that was printed, and to come from the page itself or from
// the address bar.
type reviewServer struct {
	token     string
	port      string
	host      string // of --listen, else ""
	live      *report.Live
	decisions *decisionStore
	done      <-chan struct{} // closed when the server ends

	mu      sync.Mutex
	streams map[chan struct{}]bool
}

// prefix is the path under which everything stands.
func (s *reviewServer) prefix() string { return "/" + s.token + "/" }

// changed tells all pages to ask what is new.
func (s *reviewServer) changed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.streams {
		select {
		case c <- struct{}{}:
		default: // it has not asked yet about the last time
		}
	}
}

func (s *reviewServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", s.live.Policy()+"; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if status := s.refuses(r); status != 0 {
		refuse(w, status)
		return
	}
	name, ok := s.under(r)
	if !ok {
		refuse(w, http.StatusNotFound)
		return
	}
	allowed := "GET, HEAD"
	if name == "decisions" {
		allowed += ", POST"
	}
	if !slices.Contains(strings.Split(allowed, ", "), r.Method) {
		h.Set("Allow", allowed)
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	if name != "events" {
		// A page that does not read must not hold on to anything.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(time.Minute))
	}
	switch {
	case name == "":
		s.send(w, r, "text/html; charset=utf-8", s.live.WriteHTML)
	case name == "changes":
		since, err := strconv.Atoi(r.URL.Query().Get("since"))
		if err != nil {
			refuse(w, http.StatusBadRequest)
			return
		}
		s.send(w, r, "application/json", func(w io.Writer) error { return s.live.WriteChanges(w, since) })
	case name == "events":
		s.events(w, r)
	case r.Method == http.MethodPost:
		s.decide(w, r)
	default:
		s.send(w, r, "application/json", s.decisions.write)
	}
}

// refuse answers with the status and nothing that tells more.
func refuse(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, http.StatusText(status)+"\n")
}

// refuses returns the status with which a request from elsewhere is refused, or 0. A
// page of another site can make a browser ask this server, but not lie about these.
func (s *reviewServer) refuses(r *http.Request) int {
	if !s.named(r.Host) {
		return http.StatusForbidden
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return http.StatusForbidden
	}
	origins := r.Header.Values("Origin")
	if r.Method == http.MethodPost && len(origins) != 1 || len(origins) > 1 || len(origins) == 1 && origins[0] != "http://"+r.Host {
		return http.StatusForbidden
	}
	return 0
}

// named reports whether the server is what the host names. With --listen that may be
// any address of the machine, but no name that somebody else could have point here.
func (s *reviewServer) named(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil || port != s.port {
		return false
	}
	if name == "localhost" || name == "127.0.0.1" {
		return true
	}
	if s.host == "" {
		return false
	}
	_, err = netip.ParseAddr(name)
	return err == nil || name == s.host
}

// under returns which of the known paths below the token is asked for.
func (s *reviewServer) under(r *http.Request) (string, bool) {
	rest, ok := strings.CutPrefix(r.URL.Path, "/")
	token, name, cut := strings.Cut(rest, "/")
	if !ok || !cut || subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 || r.URL.RawPath != "" {
		return "", false
	}
	switch name {
	case "", "changes", "events", "decisions":
		return name, true
	}
	return "", false
}

// send writes what write makes, as a whole or not at all.
func (s *reviewServer) send(w http.ResponseWriter, r *http.Request, kind string, write func(io.Writer) error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		refuse(w, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes())
	}
}

// decide keeps what the page has decided.
func (s *reviewServer) decide(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
		refuse(w, http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		refuse(w, http.StatusBadRequest)
		return
	}
	decisions, forget, err := readAsked(body)
	if err != nil {
		refuse(w, http.StatusBadRequest)
		return
	}
	if err := s.decisions.put(decisions, forget); err != nil {
		refuse(w, http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusNoContent)
	s.changed()
}

// events tells the page whenever it may be out of date, until it goes.
func (s *reviewServer) events(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		return
	}
	news := make(chan struct{}, 1)
	s.mu.Lock()
	full := len(s.streams) >= mostStreams
	if !full {
		if s.streams == nil {
			s.streams = map[chan struct{}]bool{}
		}
		s.streams[news] = true
	}
	s.mu.Unlock()
	if full {
		refuse(w, http.StatusServiceUnavailable)
		return
	}
	defer func() {
		s.mu.Lock()
		delete(s.streams, news)
		s.mu.Unlock()
	}()
	out := http.NewResponseController(w)
	_ = out.SetReadDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")
	beat := time.NewTicker(20 * time.Second)
	defer beat.Stop()
	news <- struct{}{} // what has changed since the page was made
	for {
		text := ": here\n\n"
		select {
		case <-s.done:
			return
		case <-r.Context().Done():
			return
		case <-beat.C:
		case <-news:
			text = fmt.Sprintf("data: {\"page\": %d, \"decisions\": %d}\n\n", s.live.Version(), s.decisions.number())
		}
		_ = out.SetWriteDeadline(time.Now().Add(10 * time.Second))
		if _, err := io.WriteString(w, text); err != nil {
			return
		}
		if err := out.Flush(); err != nil {
			return
		}
	}
}

// serve answers at the listener until the context is done.
func (s *reviewServer) serve(ctx context.Context, l net.Listener) error {
	s.done = ctx.Done()
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    mostHeader,
		ErrorLog:          nil,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		if err := server.Shutdown(last); err != nil {
			return server.Close()
		}
		return nil
	}
}
