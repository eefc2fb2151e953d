package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

func newReview(a *app) *cobra.Command {
	var listen string
	c := &cobra.Command{
		Use: "review [PATH…]",
		Short: a.text(lint.Msg{
			"Show the review page on this machine and keep it up to date",
			"Näytä tarkastussivu tässä koneessa ja pidä se ajan tasalla",
			"Visa granskningssidan på den här datorn och håll den aktuell",
		}),
		Long: a.text(lint.Msg{
			"The address is printed; open it in a browser. The page changes in place when a document\nis saved, and what is decided on it is kept in steplint.decisions beside steplint.toml.\nOnly this machine can reach it, and only who knows the address. Ctrl-C ends it.\nWithout PATH, all documents beside and below the nearest steplint.toml.",
			"Osoite tulostetaan; avaa se selaimessa. Sivu muuttuu paikallaan, kun asiakirja tallennetaan,\nja sillä tehdyt päätökset säilyvät tiedostossa steplint.decisions steplint.toml-tiedoston\nvieressä. Sivulle pääsee vain tästä koneesta ja vain osoitteen tietävä. Ctrl-C lopettaa.\nIlman PATH-arvoa käsitellään kaikki asiakirjat lähimmän steplint.toml-tiedoston kansiosta.",
			"Adressen skrivs ut; öppna den i en webbläsare. Sidan ändras på plats när ett dokument sparas,\noch besluten på den sparas i steplint.decisions bredvid steplint.toml. Bara den här datorn\nnår sidan, och bara den som känner till adressen. Ctrl-C avslutar.\nUtan PATH tas alla dokument i mappen med närmaste steplint.toml med.",
		}),
		RunE: func(cmd *cobra.Command, paths []string) error { return a.review(cmd.Context(), paths, listen) },
	}
	a.baselineFlag(c)
	c.Flags().StringVar(&listen, "listen", "", a.text(lint.Msg{
		"address and port to listen on, such as 192.168.1.5:8080; others can then reach the page (default: this machine alone, a free port)",
		"kuunneltava osoite ja portti, esimerkiksi 192.168.1.5:8080; silloin muutkin pääsevät sivulle (oletus: vain tämä kone, vapaa portti)",
		"adress och port att lyssna på, till exempel 192.168.1.5:8080; då når även andra sidan (förval: bara den här datorn, en ledig port)",
	}))
	return c
}

// review serves the page until the user asks to stop.
func (a *app) review(ctx context.Context, paths []string, listen string) error {
	var random [16]byte
	if _, err := rand.Read(random[:]); err != nil {
		return fmt.Errorf("random token: %w", err)
	}
	s := &reviewServer{token: hex.EncodeToString(random[:])}
	s.live = report.NewLive(s.prefix())
	r := &reviewModel{app: a, paths: a.usualPaths(paths), live: s.live}
	if err := r.open(ctx); err != nil {
		return err
	}
	s.decisions = r.decisions
	address := "127.0.0.1:0"
	if listen != "" {
		address = listen
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return flagError{"--listen", err}
	}
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return fmt.Errorf("%s: %w", l.Addr(), err)
	}
	s.port = port
	if listen != "" {
		if s.host, _, err = net.SplitHostPort(listen); err != nil {
			return flagError{"--listen", err}
		}
		if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
			a.sayOpen()
		}
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	fmt.Fprintf(a.stdout, "http://%s%s\n", net.JoinHostPort(host, port), s.prefix())
	a.say(lint.Msg{
		"open this address in a browser; decisions are kept in %s; Ctrl-C ends",
		"avaa tämä osoite selaimessa; päätökset säilyvät tiedostossa %s; Ctrl-C lopettaa",
		"öppna adressen i en webbläsare; besluten sparas i %s; Ctrl-C avslutar",
	}, r.decisions.name)
	stop, cancel := context.WithCancel(ctx)
	defer cancel()
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		r.keepUp(stop, s.changed)
	}()
	err = s.serve(ctx, l)
	cancel()
	<-watched
	a.status = exitClean // what could not be read has been said, and seen
	return err
}

// sayOpen says what it means that others can reach the page.
func (a *app) sayOpen() {
	a.say(lint.Msg{
		"steplint: warning: everyone on this network who gets to know the address can read the documents and make decisions, and the connection is not encrypted",
		"steplint: varoitus: kuka tahansa tässä verkossa, joka saa osoitteen tietoonsa, voi lukea asiakirjat ja tehdä päätöksiä, eikä yhteyttä ole salattu",
		"steplint: varning: alla i det här nätverket som får veta adressen kan läsa dokumenten och fatta beslut, och förbindelsen är inte krypterad",
	})
}

// keepUp keeps the page up to date until the context is done.
func (r *reviewModel) keepUp(ctx context.Context, changed func()) {
	w, err := newWatcher()
	defer w.close()
	for ctx.Err() == nil {
		if err == nil {
			err = w.watch(r.snapshot.Folders)
		}
		if err != nil && w.events == nil && !r.polling {
			r.polling = true
			r.trouble(lang.Errorf(lang.Msg{
				"files cannot be watched (%v): they are looked at twice a second",
				"tiedostoja ei voi seurata (%v): ne katsotaan kahdesti sekunnissa",
				"filerna kan inte bevakas (%v): de läses av två gånger i sekunden",
			}, err))
		}
		w.wait(ctx)
		if ctx.Err() == nil {
			r.refresh(ctx, changed)
		}
	}
}
